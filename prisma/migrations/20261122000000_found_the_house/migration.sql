-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "act" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "office_id" TEXT,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" SERIAL NOT NULL,
    "office_id" TEXT NOT NULL,
    "lane_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "start_time" CHAR(5) NOT NULL,
    "end_time" CHAR(5) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "public_capacity" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "public_taken" INTEGER NOT NULL DEFAULT 0,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_hold" (
    "id" UUID NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "office_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "extensions" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slot_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "code" CHAR(10) NOT NULL,
    "office_id" TEXT NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "previous_slot_id" INTEGER,
    "service" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "pool" TEXT NOT NULL,
    "channel_id" UUID,
    "held_until" TIMESTAMPTZ(3),
    "asked_role" INTEGER NOT NULL DEFAULT 2,
    "partner_code_hash" BYTEA,
    "partner_code_round" INTEGER NOT NULL DEFAULT 0,
    "partner_code_tries" INTEGER NOT NULL DEFAULT 0,
    "rule_set_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "appointment_id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "party_type" TEXT NOT NULL,
    "person_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "party_pkey" PRIMARY KEY ("appointment_id","role")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" BYTEA NOT NULL,
    "person_id" UUID,
    "sealed" BYTEA NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "write_result" (
    "scope" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "operation" TEXT NOT NULL,
    "appointment_id" UUID,
    "answer" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "write_result_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "rate_per_minute" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_rule_set" (
    "id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" JSONB NOT NULL,

    CONSTRAINT "checklist_rule_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_item" (
    "rule_set_id" TEXT NOT NULL,
    "party_type" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "note" JSONB,
    "kind" TEXT NOT NULL,
    "copies" INTEGER NOT NULL,
    "core" BOOLEAN NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "checklist_item_pkey" PRIMARY KEY ("rule_set_id","party_type","position")
);

-- CreateTable
CREATE TABLE "checklist_not_needed" (
    "rule_set_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "since" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "checklist_not_needed_pkey" PRIMARY KEY ("rule_set_id","position")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" BIGSERIAL NOT NULL,
    "appointment_id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" CHAR(6) NOT NULL,
    "level" TEXT NOT NULL,
    "parent_code" CHAR(6),
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "office" (
    "id" TEXT NOT NULL,
    "region_code" CHAR(6) NOT NULL,
    "parent_id" TEXT,
    "tier" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "address" JSONB NOT NULL,
    "transit" JSONB,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,
    "phone" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "accepts" TEXT[],
    "facilities" TEXT[],
    "online_booking" BOOLEAN NOT NULL,
    "instead" JSONB,
    "announcement" JSONB,
    "position" INTEGER NOT NULL,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_service" (
    "office_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "mode" TEXT NOT NULL,

    CONSTRAINT "office_service_pkey" PRIMARY KEY ("office_id","service")
);

-- CreateTable
CREATE TABLE "lane" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "services" TEXT[],
    "slot_minutes" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_rule" (
    "id" TEXT NOT NULL,
    "lane_id" TEXT NOT NULL,
    "weekdays" INTEGER[],
    "opens" CHAR(5) NOT NULL,
    "closes" CHAR(5) NOT NULL,
    "windows" INTEGER NOT NULL,
    "public_percent" INTEGER NOT NULL,
    "works_on_rest_day" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "opening_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "lane_id" TEXT,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_subject" ON "audit_entry"("subject_id");

-- CreateIndex
CREATE INDEX "slot_office_date" ON "slot"("office_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "slot_lane_date_start" ON "slot"("lane_id", "date", "start_time");

-- CreateIndex
CREATE INDEX "slot_hold_slot" ON "slot_hold"("slot_id");

-- CreateIndex
CREATE INDEX "slot_hold_expiry" ON "slot_hold"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_hold_one_per_person" ON "slot_hold"("person_id");

-- CreateIndex
CREATE INDEX "appointment_slot" ON "appointment"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_code" ON "appointment"("code");

-- CreateIndex
CREATE INDEX "party_person" ON "party"("person_index");

-- CreateIndex
CREATE INDEX "draft_person" ON "draft"("person_id");

-- CreateIndex
CREATE INDEX "draft_updated" ON "draft"("updated_at");

-- CreateIndex
CREATE INDEX "person_person_index" ON "person"("person_index");

-- CreateIndex
CREATE UNIQUE INDEX "person_issuer_subject" ON "person"("issuer", "subject");

-- CreateIndex
CREATE INDEX "person_session_person_id_idx" ON "person_session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_key_hash" ON "channel"("key_hash");

-- CreateIndex
CREATE INDEX "checklist_rule_set_service_valid_from_idx" ON "checklist_rule_set"("service", "valid_from");

-- CreateIndex
CREATE INDEX "outbox_message_due" ON "outbox_message"("due_at");

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE INDEX "office_region_code_idx" ON "office"("region_code");

-- CreateIndex
CREATE INDEX "lane_office_id_idx" ON "lane"("office_id");

-- CreateIndex
CREATE INDEX "opening_rule_lane_id_idx" ON "opening_rule"("lane_id");

-- CreateIndex
CREATE INDEX "closure_office_id_idx" ON "closure"("office_id");

-- CreateIndex
CREATE INDEX "policy_key_scope_scope_id_idx" ON "policy"("key", "scope", "scope_id");

-- AddForeignKey
ALTER TABLE "person_session" ADD CONSTRAINT "person_session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "checklist_rule_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_not_needed" ADD CONSTRAINT "checklist_not_needed_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "checklist_rule_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office" ADD CONSTRAINT "office_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_service" ADD CONSTRAINT "office_service_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lane" ADD CONSTRAINT "lane_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_rule" ADD CONSTRAINT "opening_rule_lane_id_fkey" FOREIGN KEY ("lane_id") REFERENCES "lane"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closure" ADD CONSTRAINT "closure_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

-- Seats: the counters can never pass the capacity, nor the public its own share. Whoever changes a counter wrongly
-- gets an error here instead of a couple at a window that does not exist.
ALTER TABLE "slot"
  ADD CONSTRAINT "slot_seats_within_capacity" CHECK (taken >= 0 AND taken <= capacity),
  ADD CONSTRAINT "slot_public_seats_within_share" CHECK (public_taken >= 0 AND public_taken <= public_capacity AND public_taken <= taken),
  ADD CONSTRAINT "slot_share_within_capacity" CHECK (public_capacity >= 0 AND public_capacity <= capacity),
  ADD CONSTRAINT "slot_ends_after_start" CHECK (end_time > start_time);

-- Counters change all day; room on the page keeps those changes out of the indexes.
ALTER TABLE "slot" SET (fillfactor = 50);
ALTER TABLE "appointment" SET (fillfactor = 85);
ALTER TABLE "party" SET (fillfactor = 85);

-- One active appointment per person and service.
CREATE UNIQUE INDEX "party_one_active_per_service" ON "party" (person_index, service) WHERE active;

-- Waits for a partner that may have run out.
CREATE INDEX "appointment_waiting" ON "appointment" (held_until) WHERE status = 'awaiting-partner';

ALTER TABLE "appointment"
  ADD CONSTRAINT "appointment_status_known" CHECK (status IN ('awaiting-partner', 'confirmed', 'declined', 'expired', 'cancelled')),
  ADD CONSTRAINT "appointment_wait_has_an_end" CHECK ((status = 'awaiting-partner') = (held_until IS NOT NULL)),
  ADD CONSTRAINT "appointment_tries_not_negative" CHECK (partner_code_tries >= 0);
ALTER TABLE "party" ADD CONSTRAINT "party_role_known" CHECK (role IN (1, 2));
ALTER TABLE "opening_rule"
  ADD CONSTRAINT "opening_rule_opens_before_closing" CHECK (opens < closes),
  ADD CONSTRAINT "opening_rule_share_is_a_percentage" CHECK (public_percent BETWEEN 0 AND 100),
  ADD CONSTRAINT "opening_rule_has_windows" CHECK (windows >= 0);
ALTER TABLE "closure" ADD CONSTRAINT "closure_ends_after_start" CHECK ("until" >= "from");
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_kind_known" CHECK (kind IN ('holiday', 'makeup-workday'));
