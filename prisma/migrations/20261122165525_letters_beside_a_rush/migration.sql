-- A code that somebody waits for with the phone in hand goes before the letters of a rush.
CREATE INDEX "outbox_message_awaited" ON "outbox_message" (due_at)
  WHERE event = 'code' AND sent_at IS NULL AND failed_at IS NULL;
-- Who stands at a time that is closed is looked for every minute, in the whole nation.
CREATE INDEX "slot_closed" ON "slot" (date) WHERE NOT open;
