package org.mingzhang.web.admin;

/**
 * That there is an administration over HTTP, and of what.
 *
 * @param token hash of the token that opens it
 * @param administration what it does
 * @param log where it is written down
 */
public record AdminSettings(TokenHash token, Administration administration, AuditLog log) {}
