using DslNet.Package.Tests;
using Xunit.Sdk;
using Xunit.v3;

// The builds use all processors by themselves.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(PackageFeed))]
