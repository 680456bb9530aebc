package org.mingzhang.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.FrontierEntry;
import org.mingzhang.archive.VisitRecord;

/** The outcome of a visit to one address, from which a {@link VisitRecord} is created. */
final class VisitOutcome {
  final List<FrontierEntry.Link> links = new ArrayList<>();
  final List<String> recheck = new ArrayList<>();
  final List<VisitRecord.ObservedDocument> documents = new ArrayList<>();
  final List<String> gone = new ArrayList<>();
  final Map<String, Long> warc = new HashMap<>();
  FrontierEntry.State state = FrontierEntry.State.DONE;
  @Nullable String reason;
  @Nullable String mainDigest;
  int requests;
  int entries;
  int lists;

  void addRefusal(String why) {
    state = FrontierEntry.State.REFUSED;
    reason = why;
  }
}
