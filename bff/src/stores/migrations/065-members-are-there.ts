import type { Migration } from './migration'

/**
 * Nobody who was deleted joins a company: a token may be good for a minute longer in another process, and a request may
 * be under way. The lock makes one wait for the other.
 */
export const membersAreThere: Migration = {
  id: '065-members-are-there',
  sql: `
    create function refuse_deleted_member() returns trigger language plpgsql as $body$
    begin
      perform from people where id = new.person_id and deleted_at is null for key share;
      if not found then
        raise exception 'this person was deleted';
      end if;
      return new;
    end
    $body$;
    create trigger company_members_are_there before insert on company_members
      for each row execute function refuse_deleted_member();
  `,
}
