package org.mingzhang.web.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.mingzhang.agency.Succession;
import org.mingzhang.agency.SuccessionTable;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;

/**
 * Finds the predecessors and successors of an agency.
 *
 * @param successions the known successions
 * @param documents the documents of all agencies in the archive
 */
record RelatedBodies(SuccessionTable successions, Map<KnownAgency, List<Hit>> documents) {
  /**
   * A predecessor or successor of an agency.
   *
   * @param agency the body
   * @param succession the succession that relates it to the agency
   */
  record RelatedBody(KnownAgency agency, Succession succession) {}

  /**
   * The predecessors and successors of the agency that have documents. A succession is ignored if
   * the predecessor has documents of years after it.
   */
  List<RelatedBody> find(KnownAgency agency) {
    List<RelatedBody> found = new ArrayList<>();
    for (Succession succession : successions.findBySuccessor(agency.region(), agency.core())) {
      findBodies(agency.region(), succession.former())
          .filter(former -> hasNoDocumentAfter(former, succession))
          .forEach(former -> found.add(new RelatedBody(former, succession)));
    }
    for (Succession succession : successions.findByFormerBody(agency.region(), agency.core())) {
      if (hasNoDocumentAfter(agency, succession)) {
        findBodies(agency.region(), succession.successor())
            .forEach(later -> found.add(new RelatedBody(later, succession)));
      }
    }
    return found;
  }

  private Stream<KnownAgency> findBodies(List<String> region, String name) {
    return documents.keySet().stream()
        .filter(agency -> agency.region().equals(region) && agency.core().equals(name));
  }

  /**
   * Whether a predecessor has no documents of the years after a succession. If it has any, the
   * succession did not take place in its region.
   */
  private boolean hasNoDocumentAfter(KnownAgency former, Succession succession) {
    return documents.getOrDefault(former, List.of()).stream()
        .allMatch(d -> Objects.requireNonNullElse(d.year(), 0) <= succession.lastYear());
  }
}
