-- AlterTable
ALTER TABLE "office" ADD COLUMN     "closed_on" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "lane" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "opening_rule" ADD COLUMN     "breaks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "every_weeks" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "nth_of_month" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "walk_in_percent" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "closure" ADD COLUMN     "change_id" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'closed';

-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "approval_id" UUID;

-- AlterTable
ALTER TABLE "service_day" ADD COLUMN     "breaks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "release_at" TIMESTAMPTZ(3),
ADD COLUMN     "replaces" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "walk_in_percent" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_version" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,
    "approval_id" UUID,

    CONSTRAINT "text_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacity_change" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "picture" JSONB NOT NULL,
    "picture_hash" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "reason" JSONB,
    "answer_by" TIMESTAMPTZ(3),
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "approval_id" UUID,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "capacity_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changed_appointment" (
    "change_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "latest" DATE,
    "has_contact" BOOLEAN NOT NULL,
    "slot_id" INTEGER,
    "phoned_at" TIMESTAMPTZ(3),
    "phoned_by" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "changed_appointment_pkey" PRIMARY KEY ("change_id","appointment_id")
);

-- CreateTable
CREATE TABLE "open_pass" (
    "appointment_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "used_on" DATE,

    CONSTRAINT "open_pass_pkey" PRIMARY KEY ("appointment_id")
);

-- CreateTable
CREATE TABLE "quota" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "services" TEXT[],
    "lane_ids" TEXT[],
    "channel_id" UUID,
    "period" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "weekdays" INTEGER[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "quota_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_value" (
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "place_value_pkey" PRIMARY KEY ("scope","scope_id","key")
);

-- CreateIndex
CREATE INDEX "approval_state" ON "approval"("state", "asked_at");

-- CreateIndex
CREATE INDEX "text_version_key" ON "text_version"("kind", "key");

-- CreateIndex
CREATE INDEX "capacity_change_office" ON "capacity_change"("office_id", "made_at");

-- CreateIndex
CREATE INDEX "capacity_change_done" ON "capacity_change"("done_at");

-- CreateIndex
CREATE INDEX "changed_appointment_appointment" ON "changed_appointment"("appointment_id");

-- CreateIndex
CREATE INDEX "changed_appointment_slot" ON "changed_appointment"("slot_id");

-- CreateIndex
CREATE INDEX "open_pass_office" ON "open_pass"("office_id", "from");

-- CreateIndex
CREATE INDEX "quota_office" ON "quota"("office_id");

-- CHECKs, which the schema cannot say.
ALTER TABLE "opening_rule"
  ADD CONSTRAINT "opening_rule_shares_together" CHECK (walk_in_percent >= 0 AND public_percent + walk_in_percent <= 100),
  ADD CONSTRAINT "opening_rule_comes_round" CHECK (every_weeks BETWEEN 1 AND 52);
ALTER TABLE "service_day"
  DROP CONSTRAINT "service_day_has_windows",
  ADD CONSTRAINT "service_day_windows_not_negative" CHECK (windows >= 0 AND (windows > 0 OR replaces)),
  ADD CONSTRAINT "service_day_shares_together" CHECK (walk_in_percent >= 0 AND public_percent + walk_in_percent <= 100);
ALTER TABLE "closure" ADD CONSTRAINT "closure_kind_known" CHECK (kind IN ('closed', 'stopped'));
ALTER TABLE "quota"
  ADD CONSTRAINT "quota_period_known" CHECK (period IN ('time', 'half-day', 'day')),
  ADD CONSTRAINT "quota_not_negative" CHECK (capacity >= 0);
ALTER TABLE "place_value" ADD CONSTRAINT "place_value_scope_known" CHECK (scope IN ('national', 'region'));
ALTER TABLE "capacity_change" ADD CONSTRAINT "capacity_change_choice_known" CHECK (choice IN ('none', 'keep', 'move', 'cancel', 'storm'));
ALTER TABLE "changed_appointment"
  ADD CONSTRAINT "changed_appointment_state_known" CHECK (state IN
    ('waiting', 'kept', 'offered', 'moved', 'chose-other', 'cancelled', 'stands', 'unmovable')),
  ADD CONSTRAINT "changed_appointment_offer_has_a_seat" CHECK (state <> 'offered' OR slot_id IS NOT NULL);
ALTER TABLE "open_pass" ADD CONSTRAINT "open_pass_ends_after_start" CHECK ("until" >= "from");
ALTER TABLE "approval"
  ADD CONSTRAINT "approval_state_known" CHECK (state IN ('open', 'approved', 'refused', 'withdrawn', 'expired')),
  ADD CONSTRAINT "approval_decided_by_another" CHECK (state NOT IN ('approved', 'refused') OR (decided_by IS NOT NULL AND decided_by <> asked_by));
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_kind_known" CHECK (kind IN ('letter', 'announcement'));
