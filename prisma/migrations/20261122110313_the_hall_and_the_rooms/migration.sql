-- CreateTable
CREATE TABLE "device" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "paired_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "home_visit" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "visit_on" DATE,
    "start_time" CHAR(5),
    "position" INTEGER,
    "staff_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "home_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_use" (
    "id" UUID NOT NULL,
    "room_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ticket_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counsellor_hours" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "weekdays" INTEGER[],
    "opens" CHAR(5) NOT NULL,
    "closes" CHAR(5) NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "counsellor_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_alarm" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "window" TEXT,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_by" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,

    CONSTRAINT "desk_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "ticket_id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "window" TEXT,
    "staff_id" UUID,
    "level" INTEGER NOT NULL,
    "sealed" BYTEA,
    "locale" TEXT NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,
    "contact_by" DATE,
    "close_by" DATE,
    "contacted_at" TIMESTAMPTZ(3),
    "contacted_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "reply" BYTEA,
    "appealed_at" TIMESTAMPTZ(3),
    "appealed_by" UUID,
    "appeal" TEXT,
    "appeal_answer" TEXT,
    "appeal_closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("ticket_id")
);

-- CreateTable
CREATE TABLE "stop" (
    "id" TEXT NOT NULL,
    "office_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "opens" CHAR(5) NOT NULL,
    "closes" CHAR(5) NOT NULL,
    "place" JSONB NOT NULL,
    "address" JSONB NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lng" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "stop_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "device_office" ON "device"("office_id");

-- CreateIndex
CREATE UNIQUE INDEX "device_token" ON "device"("token_hash");

-- CreateIndex
CREATE INDEX "home_visit_office" ON "home_visit"("office_id", "visit_on");

-- CreateIndex
CREATE INDEX "room_office" ON "room"("office_id");

-- CreateIndex
CREATE INDEX "room_use_room" ON "room_use"("room_id", "starts_at");

-- CreateIndex
CREATE INDEX "counsellor_hours_office" ON "counsellor_hours"("office_id");

-- CreateIndex
CREATE INDEX "desk_alarm_office" ON "desk_alarm"("office_id", "raised_at");

-- CreateIndex
CREATE INDEX "rating_office" ON "rating"("office_id", "rated_at");

-- CreateIndex
CREATE UNIQUE INDEX "stop_office_date" ON "stop"("office_id", "date", "opens");

-- AddForeignKey
ALTER TABLE "room_use" ADD CONSTRAINT "room_use_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE "device" ADD CONSTRAINT "device_kind_known" CHECK (kind IN ('display', 'kiosk', 'tablet'));
ALTER TABLE "home_visit"
  ADD CONSTRAINT "home_visit_state_known" CHECK (state IN ('asked', 'planned', 'done', 'refused', 'withdrawn')),
  ADD CONSTRAINT "home_visit_reason_known" CHECK (reason IN ('age', 'illness', 'disability', 'other')),
  -- Nobody visits people at home alone.
  ADD CONSTRAINT "home_visit_two_go" CHECK (state NOT IN ('planned', 'done')
    OR (visit_on IS NOT NULL AND start_time IS NOT NULL AND cardinality(staff_ids) = 2 AND staff_ids[1] <> staff_ids[2]));
ALTER TABLE "room"
  ADD CONSTRAINT "room_kind_known" CHECK (kind IN ('oath', 'mediation', 'quiet')),
  ADD CONSTRAINT "room_has_seats" CHECK (seats > 0);
ALTER TABLE "room_use" ADD CONSTRAINT "room_use_ends_after_start" CHECK (starts_at < ends_at);
ALTER TABLE "counsellor_hours" ADD CONSTRAINT "counsellor_hours_open_before_closing" CHECK (opens < closes);
CREATE INDEX "desk_alarm_open" ON "desk_alarm" (office_id) WHERE answered_at IS NULL;
ALTER TABLE "rating"
  ADD CONSTRAINT "rating_level_in_five" CHECK (level BETWEEN 1 AND 5),
  ADD CONSTRAINT "rating_low_is_followed" CHECK (level > 2 OR (contact_by IS NOT NULL AND close_by IS NOT NULL)),
  ADD CONSTRAINT "rating_appeal_answered_known" CHECK (appeal_answer IN ('upheld', 'rejected'));
ALTER TABLE "stop" ADD CONSTRAINT "stop_opens_before_closing" CHECK (opens < closes);

-- A call for help is heard on every screen of the office at once, as a change of its queue is.
CREATE TRIGGER "alarm_tells_desk" AFTER INSERT OR UPDATE ON "desk_alarm" FOR EACH ROW EXECUTE FUNCTION tell_desk();

-- The list of a day shows couples at the time in force, while a move waits too.
CREATE INDEX "appointment_previous_slot" ON "appointment" (previous_slot_id) WHERE previous_slot_id IS NOT NULL;
CREATE INDEX "outbox_message_case" ON "outbox_message" (case_id) WHERE case_id IS NOT NULL;
