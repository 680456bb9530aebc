package org.mingzhang.archive;

import java.time.Instant;

/**
 * A dossier shared by a link.
 *
 * @param id random last part of its link
 * @param title its title, may be empty
 * @param json content as JSON
 * @param shared time of sharing
 */
public record SharedDossier(String id, String title, String json, Instant shared) {}
