-- CreateTable
CREATE TABLE "step_count" (
    "day" DATE NOT NULL,
    "office_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "step_count_pkey" PRIMARY KEY ("day","office_id","service","step","detail")
);

-- CreateTable
CREATE TABLE "problem_fix" (
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "month" CHAR(7) NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fixed_on" DATE NOT NULL,
    "noted_by" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "problem_fix_pkey" PRIMARY KEY ("scope","scope_id","month","kind","code")
);

-- CreateIndex
CREATE INDEX "step_count_office" ON "step_count"("office_id", "day");

ALTER TABLE "step_count" ADD CONSTRAINT "step_count_counts" CHECK (count > 0);
-- What became of the cases of an office within a period.
CREATE INDEX "divorce_case_closed" ON "divorce_case" (office_id, closed_at) WHERE closed_at IS NOT NULL;
