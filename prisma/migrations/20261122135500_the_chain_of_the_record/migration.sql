-- CreateTable
CREATE TABLE "audit_link" (
    "entry_id" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "day" DATE NOT NULL,
    "last_entry_id" BIGINT NOT NULL,
    "place" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "signature" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "audit_check" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "entries" BIGINT NOT NULL,
    "last_entry_id" BIGINT NOT NULL,
    "last_at" TIMESTAMPTZ(3),
    "fault" TEXT,
    "fault_at" TEXT,
    "took_ms" INTEGER NOT NULL,

    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_place" ON "audit_link"("place");

-- CreateIndex
CREATE INDEX "audit_entry_office" ON "audit_entry"("office_id", "at");

-- What a member of staff has done; only for staff, so that the bookings of couples fill no third index.
CREATE INDEX "audit_entry_staff" ON "audit_entry"("actor_id", "at") WHERE "actor_kind" = 'staff';

-- The record is only ever added to, whoever asks.
CREATE OR REPLACE FUNCTION refuse_change_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record is only ever added to: % of % is refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "only_added" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
CREATE TRIGGER "only_added" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_link"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
CREATE TRIGGER "only_added" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
CREATE TRIGGER "only_added" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_check"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_record();
