-- CreateTable
CREATE TABLE "roster_shift" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "start_time" CHAR(5) NOT NULL,
    "end_time" CHAR(5) NOT NULL,
    "lane_id" TEXT,
    "window" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "roster_shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_absence" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "staff_absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roster_shift_office" ON "roster_shift"("office_id", "date");

-- CreateIndex
CREATE INDEX "roster_shift_lane" ON "roster_shift"("lane_id");

-- CreateIndex
CREATE INDEX "staff_absence_staff" ON "staff_absence"("staff_id", "until");

-- What the schema language cannot say.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "roster_shift" ADD CONSTRAINT "roster_shift_forward" CHECK (start_time < end_time);
ALTER TABLE "staff_absence" ADD CONSTRAINT "staff_absence_forward" CHECK ("from" <= "until");

-- Nobody works in two places at one time, nor twice in one. Minutes of the day, because a text becomes a time only in a stable way.
ALTER TABLE "roster_shift" ADD CONSTRAINT "roster_shift_apart" EXCLUDE USING gist (
  staff_id WITH =,
  date WITH =,
  int4range(
    substr(start_time, 1, 2)::int * 60 + substr(start_time, 4, 2)::int,
    substr(end_time, 1, 2)::int * 60 + substr(end_time, 4, 2)::int) WITH &&);
