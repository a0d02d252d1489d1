import type { Migration } from './migration'

/** Files as they came, the papers that are made of them, and which invoices are claimed. */
export const papers: Migration = {
  id: '040-papers',
  sql: `
    create table files (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      sha256 text collate "C" not null,
      size bigint not null,
      media_type text collate "C" not null,
      view_width integer,
      view_height integer,
      created_at timestamptz not null default clock_timestamp(),
      unique (company_id, sha256)
    );
    create table papers (
      id uuid primary key,
      seq bigint generated always as identity unique,
      company_id uuid not null references companies on delete cascade,
      created_by uuid not null references people,
      kind text collate "C",
      read_kind text collate "C",
      status text not null default 'received'
        check (status in ('received', 'reading', 'read', 'unreadable', 'refused')),
      problem text,
      -- Counts what the reading depends on: a reading of an older state is thrown away.
      version integer not null default 1,
      reading text,
      confirmed text,
      invoice_index text collate "C",
      created_at timestamptz not null default clock_timestamp()
    );
    create index papers_of_company on papers (company_id, seq desc);
    create index papers_by_invoice on papers (company_id, invoice_index) where invoice_index is not null;
    create table paper_files (
      paper_id uuid not null references papers on delete cascade,
      file_id uuid not null references files,
      name text not null,
      position integer not null,
      primary key (paper_id, file_id)
    );
    create index paper_files_by_file on paper_files (file_id);
    create table paper_uses (
      paper_id uuid not null references papers,
      submission_id uuid not null,
      primary key (paper_id, submission_id)
    );
    create index paper_uses_by_submission on paper_uses (submission_id);
    create table uploads (
      id uuid primary key,
      company_id uuid not null references companies on delete cascade,
      created_by uuid not null references people,
      name text not null,
      size bigint not null,
      sha1 text collate "C",
      sha256 text collate "C",
      kind text collate "C",
      into_paper_id uuid references papers on delete set null,
      position integer,
      state text not null default 'open' check (state in ('open', 'complete', 'refused')),
      refusal text,
      paper_id uuid,
      file_id uuid,
      already boolean,
      created_at timestamptz not null default clock_timestamp()
    );
    create index uploads_of_company on uploads (company_id) where state = 'open';
    create index uploads_by_age on uploads (created_at);
    create table upload_parts (
      upload_id uuid not null references uploads on delete cascade,
      part integer not null,
      primary key (upload_id, part)
    );
    create table invoice_claims (
      invoice_index text collate "C" primary key,
      company_id uuid not null references companies on delete cascade,
      submission_id uuid not null,
      claimed_at timestamptz not null default clock_timestamp()
    );
    create index invoice_claims_by_submission on invoice_claims (submission_id);
  `,
}
