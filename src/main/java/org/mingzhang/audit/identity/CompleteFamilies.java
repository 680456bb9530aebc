package org.mingzhang.audit.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Subject;

/**
 * Lists that are complete by the accounts they name, read from {@code families.tsv}. Immutable.
 *
 * @param families the families in the order of the file
 */
record CompleteFamilies(List<Family> families) {
  private static final int LEAST_PARTS = 2;

  /** The families that the program comes with. */
  static final CompleteFamilies STANDARD = read();

  /** Copies the families. */
  CompleteFamilies {
    families = List.copyOf(families);
  }

  /**
   * A whole with its parts.
   *
   * @param whole account of the whole
   * @param needed accounts without which a list is not complete
   * @param possible accounts that a list may leave out
   */
  record Family(String whole, Set<String> needed, Set<String> possible) {
    Family {
      needed = Set.copyOf(needed);
      possible = Set.copyOf(possible);
    }

    boolean covers(String account, Set<String> parts) {
      return whole.equals(account)
          && parts.size() >= LEAST_PARTS
          && parts.containsAll(needed)
          && parts.stream().allMatch(p -> needed.contains(p) || possible.contains(p));
    }
  }

  /** Whether the parts of a list are all that there are. */
  boolean isComplete(ItemList list) {
    Statement whole = list.whole();
    return whole != null && isComplete(whole, list.parts());
  }

  /** Whether these parts of a whole are all that there are. */
  boolean isComplete(Statement statement, List<Statement.Part> listed) {
    String whole = account(statement);
    Set<String> parts = new HashSet<>();
    for (Statement.Part part : listed) {
      String account = account(part.statement());
      if (account == null || !parts.add(account)) {
        return false;
      }
    }
    return whole != null && families.stream().anyMatch(f -> f.covers(whole, parts));
  }

  /** The account of a statement about an agency as a whole; null where it is not decided. */
  private static @Nullable String account(Statement statement) {
    Operand of =
        switch (statement) {
          case Statement.Amount amount -> amount.of();
          case Statement.Change change -> change.of();
          default -> Operand.UNKNOWN;
        };
    Subject subject = of.subject().value().orElse(null);
    return subject == null || subject.item() != null ? null : subject.account();
  }

  private static CompleteFamilies read() {
    List<Family> families = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(
                CompleteFamilies.class.getResourceAsStream("families.tsv"), "families.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          families.add(family(line));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new CompleteFamilies(families);
  }

  private static Family family(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 3) {
      throw new IllegalStateException("families.tsv: not three columns: " + line);
    }
    Set<String> needed = new HashSet<>();
    Set<String> possible = new HashSet<>();
    for (String part : cells[1].split(";", -1)) {
      if (part.endsWith("?")) {
        possible.add(part.substring(0, part.length() - 1));
      } else {
        needed.add(part);
      }
    }
    return new Family(cells[0], needed, possible);
  }
}
