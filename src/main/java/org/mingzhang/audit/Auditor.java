package org.mingzhang.audit;

import java.util.List;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Finding;

/** Applies every rule to a disclosure. Safe on many threads. */
public final class Auditor {
  /** The places where the disclosure's numbers or words do not agree, in reading order. */
  public List<Finding> audit(Disclosure disclosure) {
    return List.of();
  }
}
