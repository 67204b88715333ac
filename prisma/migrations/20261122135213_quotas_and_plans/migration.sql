-- AlterTable
ALTER TABLE "slot" ADD COLUMN     "limited" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "planned_capacity" INTEGER,
ADD COLUMN     "planned_public" INTEGER;

-- A seat that was honoured beside the plan goes with the one who gives it up; whatever path gives it back.
CREATE OR REPLACE FUNCTION shrink_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.capacity := GREATEST(NEW.planned_capacity, NEW.taken);
  NEW.public_capacity := LEAST(NEW.capacity, GREATEST(NEW.planned_public, NEW.public_taken));
  IF NEW.capacity = NEW.planned_capacity AND NEW.public_capacity = NEW.planned_public THEN
    NEW.planned_capacity := NULL;
    NEW.planned_public := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shrink_slot BEFORE UPDATE OF taken ON "slot" FOR EACH ROW
  WHEN (NEW.planned_capacity IS NOT NULL AND NEW.taken < OLD.taken) EXECUTE FUNCTION shrink_slot();
ALTER TABLE "slot" ADD CONSTRAINT "slot_plan_is_whole" CHECK ((planned_capacity IS NULL) = (planned_public IS NULL));
