package org.mingzhang.web.regions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.RegionLinks;
import org.mingzhang.web.coverage.CoverageTiles;

/**
 * The regions that have documents, as a tree.
 *
 * @param years columns of the tiles, newest first
 * @param regions addresses of regions
 * @param links addresses in the language of the page
 */
public record RegionTree(List<Integer> years, RegionLinks regions, PortalLinks links) {
  /**
   * A region of the tree with its number of documents.
   *
   * @param name its name
   * @param depth number of levels above it, 0 for a province
   * @param address address of its page
   * @param agencies number of agencies in it and its descendants
   * @param documents number of documents in it and its descendants
   * @param tiles number of its documents by year
   * @param children its child regions
   */
  public record Node(
      String name,
      int depth,
      String address,
      long agencies,
      int documents,
      List<CoverageTiles.Tile> tiles,
      List<Node> children) {
    /** All descendants of this region, each before its own descendants. */
    public List<Node> descendants() {
      List<Node> all = new ArrayList<>();
      for (Node child : children) {
        all.add(child);
        all.addAll(child.descendants());
      }
      return all;
    }
  }

  /**
   * The number of levels, from the province down, that have at most so many regions in total; at
   * least one, or 0 if no document has a region.
   */
  static int countLevels(List<Hit> documents, int maxRegions) {
    List<Set<List<String>>> regionsByLevel = new ArrayList<>();
    for (Hit hit : documents) {
      for (int level = 0; level < hit.region().size(); level++) {
        if (level == regionsByLevel.size()) {
          regionsByLevel.add(new HashSet<>());
        }
        regionsByLevel.get(level).add(hit.region().subList(0, level + 1));
      }
    }
    int regions = 0;
    int levels = 0;
    for (Set<List<String>> ofLevel : regionsByLevel) {
      regions += ofLevel.size();
      if (levels > 0 && regions > maxRegions) {
        break;
      }
      levels++;
    }
    return levels;
  }

  /**
   * Builds the tree of all provinces.
   *
   * @param levels number of levels, from the province down
   */
  List<Node> build(List<Hit> documents, int levels) {
    return buildChildren(List.of(), documents, levels);
  }

  /** Builds the child regions of a region, each with its own children. */
  List<Node> buildChildren(List<String> path, List<Hit> documents) {
    return buildChildren(path, documents, Integer.MAX_VALUE);
  }

  private List<Node> buildChildren(List<String> path, List<Hit> documents, int levels) {
    if (path.size() >= levels) {
      return List.of();
    }
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
          nodes.add(
              new Node(
                  name,
                  path.size(),
                  links.page(regions.regionPageAddress(here)),
                  hits.stream().map(h -> h.region() + h.publisher()).distinct().count(),
                  hits.size(),
                  CoverageTiles.buildTiles(String.join("/", here), hits, years, links),
                  buildChildren(here, hits, levels)));
        });
    return nodes;
  }
}
