-- AlterTable
ALTER TABLE "number_day" ADD COLUMN     "check_minutes" SMALLINT[],
ADD COLUMN     "papers_complete" INTEGER NOT NULL DEFAULT 0;
