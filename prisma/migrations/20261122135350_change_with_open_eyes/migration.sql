-- AlterTable
ALTER TABLE "capacity_change" ADD COLUMN     "daily_limit" INTEGER,
ADD COLUMN     "until" DATE;

-- AlterTable
ALTER TABLE "changed_appointment" ADD COLUMN     "answer_by" TIMESTAMPTZ(3),
ADD COLUMN     "from_slot_id" INTEGER NOT NULL;

-- CreateTable
CREATE TABLE "change_draft" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "approval_id" UUID,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_draft_made" ON "change_draft"("made_at");
