-- CreateTable
CREATE TABLE "desk_window" (
    "office_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "services" TEXT[],
    "position" INTEGER NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "desk_window_pkey" PRIMARY KEY ("office_id","name")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "office_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "letter" CHAR(1) NOT NULL,
    "number" INTEGER NOT NULL,
    "service" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "appointment_id" UUID,
    "expected" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "order_at" TIMESTAMPTZ(3) NOT NULL,
    "green_channel" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "window" TEXT,
    "staff_id" UUID,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "called_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcome_detail" JSONB,
    "materials" JSONB,
    "sealed" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_event" (
    "id" BIGSERIAL NOT NULL,
    "ticket_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "staff_id" UUID,
    "window" TEXT,
    "detail" JSONB,

    CONSTRAINT "ticket_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_counter" (
    "office_id" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "letter" CHAR(1) NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "ticket_counter_pkey" PRIMARY KEY ("office_id","date","letter")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "totp_secret" BYTEA,
    "totp_last_step" BIGINT,
    "wrong_tries" INTEGER NOT NULL DEFAULT 0,
    "wait_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "password_changed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_grant" (
    "staff_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scope_id" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_by" UUID,

    CONSTRAINT "staff_grant_pkey" PRIMARY KEY ("staff_id","role","scope","scope_id")
);

-- CreateTable
CREATE TABLE "staff_invitation" (
    "token_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "token_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "office_id" TEXT,
    "window" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "ticket_queue" ON "ticket"("office_id", "date", "state", "rank", "order_at");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_number" ON "ticket"("office_id", "date", "letter", "number");

-- CreateIndex
CREATE INDEX "ticket_event_ticket" ON "ticket_event"("ticket_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "staff_username" ON "staff"("username");

-- CreateIndex
CREATE INDEX "staff_invitation_staff" ON "staff_invitation"("staff_id");

-- CreateIndex
CREATE INDEX "staff_session_staff" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "no_show_date" ON "no_show"("date");

-- CreateIndex
CREATE INDEX "outbox_message_appointment" ON "outbox_message"("appointment_id");

-- AddForeignKey
ALTER TABLE "staff_grant" ADD CONSTRAINT "staff_grant_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.

CREATE INDEX "appointment_channel" ON "appointment" (channel_id) WHERE channel_id IS NOT NULL;
CREATE UNIQUE INDEX "staff_username_in_any_case" ON "staff" (lower(username));
ALTER TABLE "staff"
  ADD CONSTRAINT "staff_username_in_form" CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  ADD CONSTRAINT "staff_wrong_tries_counted" CHECK (wrong_tries >= 0);
ALTER TABLE "staff_grant"
  ADD CONSTRAINT "staff_grant_role_known" CHECK (role IN
    ('clerk', 'senior-clerk', 'reviewer', 'office-manager', 'city-admin', 'province-admin', 'auditor')),
  ADD CONSTRAINT "staff_grant_scope_known" CHECK (scope IN ('national', 'region', 'office'));
ALTER TABLE "staff_invitation"
  ADD CONSTRAINT "staff_invitation_purpose_known" CHECK (purpose IN ('activate', 'reset-password', 'reset-totp'));
CREATE INDEX "staff_session_alive" ON "staff_session" (staff_id) WHERE ended_at IS NULL;

ALTER TABLE "ticket"
  ADD CONSTRAINT "ticket_state_known" CHECK (state IN ('waiting', 'called', 'serving', 'parked', 'missed', 'left', 'done', 'undone')),
  ADD CONSTRAINT "ticket_people_counted" CHECK (expected IN (1, 2) AND present BETWEEN 0 AND expected),
  ADD CONSTRAINT "ticket_number_counts" CHECK (number > 0 AND calls >= 0),
  -- Whoever is called or served is so by somebody, at a window.
  ADD CONSTRAINT "ticket_called_by_somebody" CHECK (state NOT IN ('called', 'serving') OR ("window" IS NOT NULL AND staff_id IS NOT NULL)),
  ADD CONSTRAINT "ticket_done_has_outcome" CHECK ((state = 'done') = (outcome IS NOT NULL));
-- An appointment stands in the queue once.
CREATE UNIQUE INDEX "ticket_one_per_appointment" ON "ticket" (appointment_id)
  WHERE appointment_id IS NOT NULL AND state <> 'undone';
-- A window has one couple at a time.
CREATE UNIQUE INDEX "ticket_one_per_window" ON "ticket" (office_id, date, "window") WHERE state IN ('called', 'serving');

-- The screens of an office hear of every change of its queue, in whichever process they hang.
CREATE OR REPLACE FUNCTION tell_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', NEW.office_id);
  RETURN NULL;
END $$;
CREATE TRIGGER "ticket_tells_desk" AFTER INSERT OR UPDATE ON "ticket" FOR EACH ROW EXECUTE FUNCTION tell_desk();
