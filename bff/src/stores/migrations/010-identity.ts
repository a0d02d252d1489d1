import type { Migration } from './migration'

// Numbers and openids lie sealed; the index beside each is a keyed hash, by which it is found and kept unique.
export const identity: Migration = {
  id: '010-identity',
  sql: `
    create table person_phones (
      person_id uuid primary key references people on delete cascade,
      phone_index text collate "C" not null unique,
      phone_sealed text not null,
      bound_at timestamptz not null
    );
    create table person_wechats (
      person_id uuid primary key references people on delete cascade,
      openid_index text collate "C" not null unique,
      openid_sealed text not null,
      unionid_index text collate "C" unique,
      linked_at timestamptz not null
    );
    create table terms_agreements (
      person_id uuid not null references people on delete cascade,
      terms_version text not null,
      agreed_at timestamptz not null,
      primary key (person_id, terms_version)
    );
    create table login_codes (
      phone_index text collate "C" primary key,
      salt uuid not null,
      code_hmac text not null,
      tries_left smallint not null check (tries_left >= 0),
      expires_at timestamptz not null
    );
    create index login_codes_by_age on login_codes (expires_at);
    create table rate_limits (
      key text collate "C" primary key,
      next_at timestamptz not null
    );
    create index rate_limits_by_age on rate_limits (next_at);
    create table sessions (
      id uuid primary key,
      person_id uuid not null references people on delete cascade,
      device text not null,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz
    );
    create index sessions_by_person on sessions (person_id);
    create index sessions_by_age on sessions (expires_at);
    create table refresh_tokens (
      hash text collate "C" primary key,
      session_id uuid not null references sessions on delete cascade,
      issued_at timestamptz not null,
      used_at timestamptz,
      successor_sealed text
    );
    create index refresh_tokens_by_session on refresh_tokens (session_id);
    create table token_keys (
      kid text collate "C" primary key,
      public_key jsonb not null,
      private_sealed text not null,
      used_from timestamptz not null,
      used_until timestamptz
    );
  `,
}
