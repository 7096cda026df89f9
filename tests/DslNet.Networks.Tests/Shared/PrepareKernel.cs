namespace DslNet.Networks.Tests;

/// <summary>The generated method that fills scratch memory with what depends on the parameters alone.</summary>
internal delegate void PrepareKernel(ref float parameters, ref float scratch);
