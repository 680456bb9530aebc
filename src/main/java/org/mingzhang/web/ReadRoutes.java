package org.mingzhang.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/**
 * Routes that answer HEAD as they answer GET, the body left out by the server. Of itself Javalin
 * says 200 to HEAD wherever there is a route, also where GET would find nothing.
 */
record ReadRoutes(RoutesConfig routes) {
  /** What answers an address. */
  void get(String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  /** Puts a handler before those that answer. */
  void before(String path, Handler handler) {
    routes.before(path, handler);
  }
}
