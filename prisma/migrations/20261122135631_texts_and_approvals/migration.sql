-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "used_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "text_version" ADD COLUMN     "taken_back_by" UUID;

-- AlterTable
ALTER TABLE "checklist_rule_set" ADD COLUMN     "approval_id" UUID,
ADD COLUMN     "taken_back_by" UUID;

-- AlterTable
ALTER TABLE "policy" ADD COLUMN     "taken_back_by" UUID;

-- DropTable
DROP TABLE "message_template";

-- By hand: what a Prisma schema cannot say.
ALTER TABLE "approval"
  ADD CONSTRAINT "approval_kind_known" CHECK (kind IN ('policy', 'text', 'checklist', 'bulk-cancel', 'role-grant', 'export')),
  ADD CONSTRAINT "approval_used_when_approved" CHECK (used_at IS NULL OR state = 'approved');
CREATE UNIQUE INDEX "text_version_from" ON "text_version" (kind, key, scope, scope_id, valid_from) WHERE taken_back_by IS NULL;
