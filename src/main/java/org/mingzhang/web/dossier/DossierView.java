package org.mingzhang.web.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.render.Labels;

/**
 * A dossier as it is shown.
 *
 * @param title its title, or what stands for one
 * @param entries its entries beside their sources
 * @param places where each stands, in words
 * @param citations what is cited, in the order of the numbers
 */
public record DossierView(
    String title, List<SourcedEntry> entries, List<String> places, List<Citation> citations) {
  static DossierView of(Dossier dossier, DossierSources sources, Labels labels) {
    List<SourcedEntry> entries = sources.of(dossier);
    DossierWords words = new DossierWords(labels);
    Map<Integer, Citation> cited = new TreeMap<>();
    List<String> places = new ArrayList<>();
    for (SourcedEntry entry : entries) {
      Citation citation = entry.citation();
      if (citation != null) {
        cited.putIfAbsent(entry.number(), citation);
      }
      places.add(entry.entry().kind().own() ? "" : words.place(entry));
    }
    return new DossierView(words.title(dossier), entries, places, List.copyOf(cited.values()));
  }
}
