package org.mingzhang.web.agency;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.agency.Succession;
import org.mingzhang.question.KnownAgency;
import org.mingzhang.search.Hit;
import org.mingzhang.web.address.AgencyLinks;
import org.mingzhang.web.compare.StageDisclosureDuty;

/**
 * An agency with its documents and its predecessors.
 *
 * @param key identity of the agency
 * @param name name as printed in its newest document
 * @param documents its documents
 * @param predecessors agencies whose duties it took over and that have documents in the archive
 */
record AgencyProfile(
    AgencyLinks.AgencyKey key,
    String name,
    List<Hit> documents,
    List<AgencyProfile.Predecessor> predecessors) {
  AgencyProfile {
    documents = List.copyOf(documents);
    predecessors = List.copyOf(predecessors);
  }

  /**
   * A predecessor.
   *
   * @param profile the predecessor, without its own predecessors
   * @param succession its entry in the table of successions
   */
  record Predecessor(AgencyProfile profile, Succession succession) {}

  /**
   * The names printed in its documents, each once, in ascending order; empty if no document names
   * the agency.
   */
  List<String> names() {
    return documents.stream()
        .flatMap(hit -> Stream.ofNullable(hit.agency()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether an entity is this agency. Also true for null, the entity of facts that name none. */
  boolean isSameEntity(@Nullable String entity) {
    return entity == null
        || AgencyLinks.AgencyKey.of(key.region(), entity).equals(key)
        || removePlaces(entity).equals(removePlaces(key.core()));
  }

  /** A name without the places at its beginning. */
  private static String removePlaces(String name) {
    return KnownAgency.of(List.of(), name).core();
  }

  /** Whether there is a document of a year of a kind that states accounts at a stage. */
  boolean hasDueDocument(int year, String stage) {
    return !StageDisclosureDuty.findDueDocuments(documents, year, stage).isEmpty();
  }

  /**
   * The agency together with predecessors that were only renamed: the amounts of the agency
   * continue those of these predecessors.
   */
  List<AgencyProfile> withRenamedPredecessors() {
    return Stream.concat(
            Stream.of(this),
            predecessors.stream()
                .filter(f -> !f.succession().successorHasOtherBodies())
                .map(Predecessor::profile))
        .toList();
  }

  /** The predecessors that were merged into the agency; their amounts are shown separately. */
  List<AgencyProfile> mergedPredecessors() {
    return predecessors.stream()
        .filter(f -> f.succession().successorHasOtherBodies())
        .map(Predecessor::profile)
        .toList();
  }

  /** This agency and all its predecessors. */
  List<AgencyProfile> withPredecessors() {
    return Stream.concat(Stream.of(this), predecessors.stream().map(Predecessor::profile)).toList();
  }

  /** Fiscal years of the documents of the agency and of its predecessors, in ascending order. */
  TreeSet<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    withPredecessors().stream()
        .flatMap(profile -> profile.documents().stream())
        .flatMap(hit -> Stream.ofNullable(hit.year()))
        .forEach(years::add);
    return years;
  }
}
