package org.mingzhang.archive;

import java.time.Instant;

/**
 * A dossier that an administrator shares by a link.
 *
 * @param id what its link ends with; not to be guessed
 * @param title its title, may be empty
 * @param json the dossier as a file
 * @param shared when
 */
public record SharedDossier(String id, String title, String json, Instant shared) {}
