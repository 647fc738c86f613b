package org.daylight.server;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that ask a service in their own JVM, in one JVM and one after the other: most of them share the service. */
@Suite
@SelectPackages({"org.daylight.server", "org.daylight.before"})
@IncludeClassNamePatterns(".*Test")
class ServiceSuite {}
