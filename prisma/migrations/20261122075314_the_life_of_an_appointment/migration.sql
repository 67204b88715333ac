-- DropIndex
DROP INDEX "outbox_message_due";

-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "anonymised_at" TIMESTAMPTZ(3),
ADD COLUMN     "move_count" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "party" ADD COLUMN     "care" BYTEA,
ADD COLUMN     "coming_asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "coming_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "webhook_secret" BYTEA,
ADD COLUMN     "webhook_url" TEXT;

-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "claimed_until" TIMESTAMPTZ(3),
ADD COLUMN     "dedupe" TEXT,
ADD COLUMN     "detail" JSONB,
ADD COLUMN     "entry_id" UUID,
ADD COLUMN     "failed_at" TIMESTAMPTZ(3),
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "medium" TEXT,
ADD COLUMN     "sealed" BYTEA,
ALTER COLUMN "appointment_id" DROP NOT NULL,
ALTER COLUMN "role" SET DEFAULT 1;

-- CreateTable
CREATE TABLE "no_show" (
    "appointment_id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "person_index" BYTEA NOT NULL,
    "service" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,

    CONSTRAINT "no_show_pkey" PRIMARY KEY ("appointment_id","role")
);

-- CreateTable
CREATE TABLE "correction_request" (
    "id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "correction_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "answer" INTEGER,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "person_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "dead_since" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("person_index")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "address" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_template" (
    "id" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "role" INTEGER,
    "locale" TEXT NOT NULL,
    "medium" TEXT NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_letter" (
    "id" BIGINT NOT NULL,
    "medium" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "demo_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_entry" (
    "id" UUID NOT NULL,
    "position" BIGSERIAL NOT NULL,
    "service" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "leave_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "appointment_id" UUID,

    CONSTRAINT "waiting_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting_party" (
    "entry_id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "person_index" BYTEA NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "waiting_party_pkey" PRIMARY KEY ("entry_id","role")
);

-- CreateTable
CREATE TABLE "waiting_wish" (
    "entry_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "office_id" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,

    CONSTRAINT "waiting_wish_pkey" PRIMARY KEY ("entry_id","position")
);

-- CreateTable
CREATE TABLE "returned_seat" (
    "id" UUID NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "office_id" TEXT NOT NULL,
    "pool" TEXT NOT NULL,
    "cool_until" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" UUID,
    "offer_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "returned_seat_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "no_show_person" ON "no_show"("person_index");

-- CreateIndex
CREATE INDEX "correction_request_appointment" ON "correction_request"("appointment_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_channel" ON "webhook_delivery"("channel_id", "at");

-- CreateIndex
CREATE INDEX "one_time_code_session" ON "one_time_code"("session_id", "purpose");

-- CreateIndex
CREATE INDEX "message_template_event" ON "message_template"("event", "locale");

-- CreateIndex
CREATE INDEX "demo_letter_created" ON "demo_letter"("created_at");

-- CreateIndex
CREATE INDEX "waiting_entry_person" ON "waiting_entry"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "waiting_entry_leave_hash" ON "waiting_entry"("leave_hash");

-- CreateIndex
CREATE INDEX "waiting_party_person" ON "waiting_party"("person_index");

-- CreateIndex
CREATE INDEX "waiting_wish_office" ON "waiting_wish"("office_id", "from");

-- CreateIndex
CREATE INDEX "returned_seat_slot" ON "returned_seat"("slot_id");

-- CreateIndex
CREATE INDEX "returned_seat_cool" ON "returned_seat"("cool_until");

-- CreateIndex
CREATE UNIQUE INDEX "returned_seat_entry" ON "returned_seat"("entry_id");

-- What the schema language cannot say.

ALTER TABLE "appointment" DROP CONSTRAINT "appointment_status_known",
  ADD CONSTRAINT "appointment_status_known"
    CHECK (status IN ('awaiting-partner', 'confirmed', 'declined', 'expired', 'cancelled', 'attended', 'no-show'));

-- Messages that wait to be sent, by their time; every message leaves this index for good.
CREATE INDEX "outbox_message_due" ON "outbox_message" (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
-- A booking writes its messages without a key, so these two cost it nothing.
CREATE UNIQUE INDEX "outbox_message_dedupe" ON "outbox_message" (dedupe) WHERE dedupe IS NOT NULL;
CREATE INDEX "outbox_message_scheduled" ON "outbox_message" (appointment_id) WHERE dedupe IS NOT NULL;
ALTER TABLE "outbox_message"
  ADD CONSTRAINT "outbox_message_belongs" CHECK (num_nonnulls(appointment_id, entry_id, sealed) >= 1);

ALTER TABLE "waiting_entry"
  ADD CONSTRAINT "waiting_entry_status_known" CHECK (status IN ('waiting', 'offered', 'booked', 'lapsed', 'left'));
-- A person waits once for a service, alone or with somebody else.
CREATE UNIQUE INDEX "waiting_party_one_active_per_service" ON "waiting_party" (person_index, service) WHERE active;
ALTER TABLE "waiting_wish" ADD CONSTRAINT "waiting_wish_ends_after_start" CHECK ("until" >= "from");
ALTER TABLE "returned_seat"
  ADD CONSTRAINT "returned_seat_pool_known" CHECK (pool IN ('public', 'staff')),
  ADD CONSTRAINT "returned_seat_offer_has_an_end" CHECK ((entry_id IS NULL) = (offer_until IS NULL));

CREATE INDEX "webhook_delivery_due" ON "webhook_delivery" (next_try_at) WHERE delivered_at IS NULL AND failed_at IS NULL;

-- A channel hears of every change of its appointments, whoever makes it and however: a verb, the sweeper, a later one
-- that has not been thought of. New bookings are not told: their answer has told them.
CREATE OR REPLACE FUNCTION tell_channel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO webhook_delivery (id, channel_id, appointment_id, event, status, slot_id, at, next_try_at)
  SELECT gen_random_uuid(), NEW.channel_id, NEW.id,
    CASE
      WHEN NEW.status = OLD.status THEN 'moved'
      WHEN OLD.status = 'confirmed' AND NEW.status = 'awaiting-partner' THEN 'move-asked'
      ELSE NEW.status
    END,
    NEW.status, NEW.slot_id, clock_timestamp(), clock_timestamp()
  FROM channel WHERE id = NEW.channel_id AND webhook_url IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER "appointment_tells_channel" AFTER UPDATE OF status, slot_id ON "appointment"
  FOR EACH ROW
  WHEN (NEW.channel_id IS NOT NULL AND (NEW.status <> OLD.status OR NEW.slot_id <> OLD.slot_id))
  EXECUTE FUNCTION tell_channel();
