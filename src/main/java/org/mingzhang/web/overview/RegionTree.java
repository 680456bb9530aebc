package org.mingzhang.web.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.search.Hit;
import org.mingzhang.web.page.RegionLinks;

/** The regions that have documents, as a tree. */
public final class RegionTree {
  /**
   * A region.
   *
   * @param name its name
   * @param path names from the province down
   * @param address its page
   * @param documents documents in it and below
   * @param children regions below
   */
  public record Node(
      String name, List<String> path, String address, int documents, List<Node> children) {}

  private RegionTree() {}

  static List<Node> of(List<Hit> documents, RegionLinks links) {
    return below(List.of(), documents, links);
  }

  private static List<Node> below(List<String> path, List<Hit> documents, RegionLinks links) {
    Map<String, List<Hit>> parts = new LinkedHashMap<>();
    for (Hit hit : documents) {
      if (hit.region().size() > path.size()) {
        parts.computeIfAbsent(hit.region().get(path.size()), k -> new ArrayList<>()).add(hit);
      }
    }
    List<Node> nodes = new ArrayList<>();
    parts.forEach(
        (name, hits) -> {
          List<String> here = new ArrayList<>(path);
          here.add(name);
          nodes.add(new Node(name, here, links.of(here), hits.size(), below(here, hits, links)));
        });
    return nodes;
  }
}
