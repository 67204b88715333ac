-- AlterTable
ALTER TABLE "capacity_change" ADD COLUMN     "notice_id" UUID;

-- CreateIndex
CREATE INDEX "capacity_change_notice" ON "capacity_change"("notice_id");
