package org.mingzhang.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Resource;
import org.mingzhang.archive.Visit;

/** What has come of one address so far; becomes a {@link Visit}. */
final class VisitOutcome {
  final List<Resource.Link> links = new ArrayList<>();
  final List<String> again = new ArrayList<>();
  final List<Visit.Sighting> documents = new ArrayList<>();
  final List<String> gone = new ArrayList<>();
  final Map<String, Long> warc = new HashMap<>();
  Resource.State state = Resource.State.DONE;
  @Nullable String reason;
  @Nullable String main;
  int requests;
  int entries;
  int lists;

  void refuse(String why) {
    state = Resource.State.REFUSED;
    reason = why;
  }
}
