-- A capture that somebody uploads again as more sensitive than it was taken for is kept under the higher level from then on
-- (law 9): its chunks are those of the new upload, and the old ones are swept as those of an upload that broke.
GRANT UPDATE (upload, chunks, sensitivity) ON capture.file TO tilth_server;
