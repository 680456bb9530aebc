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
  final List<String> urlsToRecheck = new ArrayList<>();
  final List<VisitRecord.ObservedDocument> observedDocuments = new ArrayList<>();
  final List<String> goneUrls = new ArrayList<>();
  final Map<String, Long> warcSizes = new HashMap<>();
  FrontierEntry.State state = FrontierEntry.State.DONE;
  @Nullable String reason;
  @Nullable String mainTextDigest;
  int requestCount;
  int entryCount;
  int listPageCount;

  /** Sets the state to refused, with a reason that replaces an earlier one. */
  void addRefusal(String refusalReason) {
    state = FrontierEntry.State.REFUSED;
    reason = refusalReason;
  }
}
