package org.mingzhang.web.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.render.Labels;

/**
 * A dossier with its resolved sources, in the form that the templates need.
 *
 * @param title its title, or a default
 * @param entries its entries with their sources
 * @param places location of each entry in words, empty for text written by the reader
 * @param citations list of sources in the order of their numbers
 */
public record DossierView(
    String title, List<ResolvedEntry> entries, List<String> places, List<Citation> citations) {
  static DossierView resolve(Dossier dossier, DossierResolver resolver, Labels labels) {
    List<ResolvedEntry> entries = resolver.resolve(dossier);
    DossierTextFormatter words = new DossierTextFormatter(labels);
    Map<Integer, Citation> cited = new TreeMap<>();
    List<String> places = new ArrayList<>();
    for (ResolvedEntry entry : entries) {
      Citation citation = entry.citation();
      if (citation != null) {
        cited.putIfAbsent(entry.number(), citation);
      }
      places.add(entry.entry().kind().isOwnText() ? "" : words.formatPlace(entry));
    }
    return new DossierView(
        words.formatTitle(dossier), entries, places, List.copyOf(cited.values()));
  }
}
