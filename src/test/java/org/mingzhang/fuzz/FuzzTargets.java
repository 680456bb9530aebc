package org.mingzhang.fuzz;

import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.collect.CollectFuzz;
import org.mingzhang.indexing.worker.AnswerFuzz;
import org.mingzhang.structure.outline.HeadingFuzz;

/** All targets by name. */
public final class FuzzTargets {
  private FuzzTargets() {}

  /** The targets in the order of their names. */
  public static Map<String, FuzzTarget> all() {
    return new TreeMap<>(
        Map.ofEntries(
            Map.entry("query", QueryTargets::parser),
            Map.entry("translation", QueryTargets::translator),
            Map.entry("address", QueryTargets::address),
            Map.entry("amounts", TextTargets::amounts),
            Map.entry("numerals", TextTargets::numerals),
            Map.entry("normalizer", TextTargets::normalizer),
            Map.entry("headings", HeadingFuzz::read),
            Map.entry("blocks", DocumentTargets::blocks),
            Map.entry("record", DocumentTargets::record),
            Map.entry("sidecar", DocumentTargets::sidecar),
            Map.entry("rtf", DocumentTargets::rtf),
            Map.entry("html", DocumentTargets::html),
            Map.entry("plain", DocumentTargets::plain),
            Map.entry("copies", TableTargets::copies),
            Map.entry("page", CollectFuzz::page),
            Map.entry("feed", CollectFuzz::feed),
            Map.entry("warc", CollectFuzz::warc),
            Map.entry("sources", CollectFuzz::sources),
            Map.entry("answer", AnswerFuzz::read)));
  }

  /** The target of a name. */
  public static FuzzTarget named(String name) {
    FuzzTarget target = all().get(name);
    if (target == null) {
      throw new IllegalArgumentException("no target " + name + "; there are " + all().keySet());
    }
    return target;
  }
}
