import type { Migration } from './migration'

/** What people are told, how it went out, and what vendors said of it. */
export const messages: Migration = {
  id: '060-messages',
  sql: `
    create table messages (
      id uuid primary key,
      -- Later messages have higher ones.
      seq bigint generated always as identity unique,
      person_id uuid not null references people on delete cascade,
      company_id uuid references companies on delete cascade,
      topic text collate "C" not null,
      dedupe_key text collate "C" not null,
      -- Sealed JSON of what is said on every channel.
      content text not null,
      urgent boolean not null,
      created_at timestamptz not null,
      read_at timestamptz,
      unique (person_id, dedupe_key)
    );
    create index messages_of_person on messages (person_id, seq desc);
    create index messages_unread on messages (person_id) where read_at is null;
    create table deliveries (
      id uuid primary key,
      message_id uuid not null references messages on delete cascade,
      channel text collate "C" not null,
      state text collate "C" not null default 'queued'
        check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'undeliverable')),
      vendor text collate "C",
      vendor_id text collate "C",
      attempts integer not null default 0,
      failure_kind text collate "C" check (failure_kind in ('technical', 'temporary', 'permanent')),
      failure text,
      queued_at timestamptz not null,
      sent_at timestamptz,
      settled_at timestamptz,
      unique (message_id, channel)
    );
    create index deliveries_by_vendor_id on deliveries (vendor, vendor_id) where vendor_id is not null;
    create index deliveries_to_look_at on deliveries (state, queued_at) where state in ('failed', 'undeliverable');
    -- Written before the vendor is called: one without an end is one whose answer was lost.
    create table delivery_attempts (
      id uuid primary key,
      delivery_id uuid not null references deliveries on delete cascade,
      vendor text collate "C" not null,
      begun_at timestamptz not null,
      ended_at timestamptz,
      outcome text collate "C" check (outcome in ('sent', 'technical', 'temporary', 'permanent', 'lost')),
      failure text
    );
    create index delivery_attempts_of_delivery on delivery_attempts (delivery_id, begun_at);
    -- Receipts may be faster than the answer to the sending, and come twice.
    create table delivery_receipts (
      vendor text collate "C" not null,
      vendor_id text collate "C" not null,
      attempt_id uuid,
      delivered boolean not null,
      code text,
      received_at timestamptz not null,
      primary key (vendor, vendor_id)
    );
    create index delivery_receipts_by_attempt on delivery_receipts (attempt_id) where attempt_id is not null;
    create index delivery_receipts_by_age on delivery_receipts (received_at);
    create table notification_choices (
      person_id uuid not null references people on delete cascade,
      kind text collate "C" not null check (kind in ('channel', 'topic')),
      id text collate "C" not null,
      wanted boolean not null,
      primary key (person_id, kind, id)
    );
    -- How often someone agreed, as their phone said and as WeChat said: both speak of the same agreements.
    create table wechat_quotas (
      openid_index text collate "C" not null,
      template_id text collate "C" not null,
      told_by_phone integer not null default 0,
      told_by_wechat integer not null default 0,
      used integer not null default 0,
      updated_at timestamptz not null,
      primary key (openid_index, template_id)
    );
    create table wechat_pushes (
      -- SHA-256 of what was pushed, hex: WeChat repeats what it thinks was not heard.
      digest text collate "C" primary key,
      received_at timestamptz not null
    );
    create index wechat_pushes_by_age on wechat_pushes (received_at);
    create table media_checks (
      trace_id text collate "C" primary key,
      passed boolean not null,
      label integer,
      received_at timestamptz not null
    );
  `,
}
