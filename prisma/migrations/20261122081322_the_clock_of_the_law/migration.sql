-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "case_id" UUID;

-- AlterTable
ALTER TABLE "outbox_message" ADD COLUMN     "case_id" UUID;

-- CreateTable
CREATE TABLE "kept_seat" (
    "case_id" UUID NOT NULL,
    "slot_id" INTEGER NOT NULL,
    "office_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_seat_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "calendar_import" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by" TEXT NOT NULL,
    "changes" JSONB NOT NULL,

    CONSTRAINT "calendar_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "divorce_case" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "accepted_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "cooling_off_end" DATE NOT NULL,
    "cert_window_start" DATE NOT NULL,
    "first_service_day" DATE NOT NULL,
    "cert_window_end" DATE NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "printed" JSONB,
    "reading" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "close_detail" JSONB,

    CONSTRAINT "divorce_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "divorce_party" (
    "case_id" UUID NOT NULL,
    "role" INTEGER NOT NULL,
    "person_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "party_type" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "divorce_party_pkey" PRIMARY KEY ("case_id","role")
);

-- CreateTable
CREATE TABLE "service_day" (
    "id" TEXT NOT NULL,
    "lane_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "opens" CHAR(5) NOT NULL,
    "closes" CHAR(5) NOT NULL,
    "windows" INTEGER NOT NULL,
    "public_percent" INTEGER NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "service_day_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_seat_slot" ON "kept_seat"("slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "divorce_case_receipt" ON "divorce_case"("office_id", "receipt_number");

-- CreateIndex
CREATE INDEX "divorce_party_person" ON "divorce_party"("person_index");

-- CreateIndex
CREATE INDEX "service_day_lane" ON "service_day"("lane_id", "date");

-- What the schema language cannot say.

ALTER TABLE "divorce_case"
  ADD CONSTRAINT "divorce_case_status_known" CHECK (status IN ('open', 'issued', 'withdrawn', 'lapsed')),
  ADD CONSTRAINT "divorce_case_in_order" CHECK (accepted_on < cooling_off_end AND cooling_off_end < cert_window_start
    AND cert_window_start <= first_service_day AND cert_window_start <= cert_window_end),
  ADD CONSTRAINT "divorce_case_closed_has_time" CHECK ((status = 'open') = (closed_at IS NULL));
ALTER TABLE "divorce_party" ADD CONSTRAINT "divorce_party_role_known" CHECK (role IN (1, 2));
-- Nobody is in two open cases.
CREATE UNIQUE INDEX "divorce_party_one_open_case" ON "divorce_party" (person_index) WHERE active;
CREATE INDEX "divorce_case_open" ON "divorce_case" (office_id, cert_window_end) WHERE status = 'open';
-- One visit of a case at a time.
CREATE UNIQUE INDEX "appointment_one_visit_per_case" ON "appointment" (case_id)
  WHERE case_id IS NOT NULL AND status IN ('awaiting-partner', 'confirmed');
ALTER TABLE "outbox_message" DROP CONSTRAINT "outbox_message_belongs",
  ADD CONSTRAINT "outbox_message_belongs" CHECK (num_nonnulls(appointment_id, entry_id, case_id, sealed) >= 1);
ALTER TABLE "service_day"
  ADD CONSTRAINT "service_day_opens_before_closing" CHECK (opens < closes),
  ADD CONSTRAINT "service_day_has_windows" CHECK (windows > 0),
  ADD CONSTRAINT "service_day_share_is_a_percentage" CHECK (public_percent BETWEEN 0 AND 100);
