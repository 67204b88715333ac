-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "proxy" BOOLEAN NOT NULL DEFAULT false;

-- What the schema language cannot say.

-- Nobody marries or divorces through somebody else. Civil Code art. 1049, 1076, 1077.
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_proxy_for_reissue" CHECK (NOT proxy OR service IN ('REISSUE_MARRIAGE', 'REISSUE_DIVORCE'));

-- A room is nobody else's for the same minute, now and on any later day.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "room_use" ADD CONSTRAINT "room_use_apart"
  EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (ended_at IS NULL);
