-- A channel has several keys at a time; those of today stay as they are.
CREATE TABLE "channel_key" (
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "channel_key_pkey" PRIMARY KEY ("id")
);

INSERT INTO "channel_key" (id, channel_id, prefix, key_hash, created_at)
SELECT gen_random_uuid(), id, 'yd_', key_hash, created_at FROM "channel";

-- DropIndex
DROP INDEX "channel_key_hash";

-- AlterTable
ALTER TABLE "channel" DROP COLUMN "key_hash",
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'app',
ADD COLUMN     "old_secret" BYTEA,
ADD COLUMN     "old_secret_until" TIMESTAMPTZ(3),
ADD COLUMN     "region_code" TEXT,
ADD COLUMN     "webhook_events" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "webhook_paused_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "channel_key_channel" ON "channel_key"("channel_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_key_hash" ON "channel_key"("key_hash");

-- AddForeignKey
ALTER TABLE "channel_key" ADD CONSTRAINT "channel_key_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "channel"
  ADD CONSTRAINT "channel_kind_known" CHECK (kind IN ('mini-program', 'app', 'hotline')),
  ADD CONSTRAINT "channel_old_secret_has_an_end" CHECK ((old_secret IS NULL) = (old_secret_until IS NULL));

-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "browser" TEXT;

-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "uses" INTEGER NOT NULL DEFAULT 0;
UPDATE "approval" SET uses = 1 WHERE used_at IS NOT NULL;

-- A channel hears of the events that it has asked for; who has named none hears of all.
CREATE OR REPLACE FUNCTION tell_channel() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  event text := CASE
    WHEN NEW.status = OLD.status THEN 'moved'
    WHEN OLD.status = 'confirmed' AND NEW.status = 'awaiting-partner' THEN 'move-asked'
    ELSE NEW.status
  END;
BEGIN
  INSERT INTO webhook_delivery (id, channel_id, appointment_id, event, status, slot_id, at, next_try_at)
  SELECT gen_random_uuid(), NEW.channel_id, NEW.id, event, NEW.status, NEW.slot_id, clock_timestamp(), clock_timestamp()
  FROM channel c WHERE c.id = NEW.channel_id AND c.webhook_url IS NOT NULL
    AND (cardinality(c.webhook_events) = 0 OR event = ANY (c.webhook_events));
  RETURN NULL;
END $$;
