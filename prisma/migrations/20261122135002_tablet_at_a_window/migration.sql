-- AlterTable
ALTER TABLE "device" ADD COLUMN     "window" TEXT;

-- A tablet stands at a window; no other device does.
ALTER TABLE "device" ADD CONSTRAINT "device_tablet_at_window" CHECK ((kind = 'tablet') = ("window" IS NOT NULL));
