using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>A call of one of a network's programs, before it is known with which kernels: for generated code only.</summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IProgramCall<TSamples> where TSamples : struct, ISamples, allows ref struct
{
    /// <summary>Makes the call.</summary>
    /// <typeparam name="TPrograms">The programs with the kernels of one instruction set.</typeparam>
    /// <returns>The sum of the losses, where there are any.</returns>
    double Run<TPrograms>() where TPrograms : struct, INetworkPrograms<TSamples>;
}
