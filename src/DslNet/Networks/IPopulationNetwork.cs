using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// A network whose class can predict for sixteen members of a population at once: the generator implements it on classes marked with
/// <see cref="PopulationAttribute"/>. For generated code, and for those who write containers of many networks.
/// </summary>
/// <remarks>
/// All memory has the values of sixteen members side by side: where a network has parameter i, a block has the floats from 16·i on, one for each member.
/// </remarks>
/// <typeparam name="TSelf">The network's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPopulationNetwork<TSelf> : INetwork<TSelf> where TSelf : IPopulationNetwork<TSelf>
{
    /// <summary>Floats of scratch memory that <see cref="PredictMembers"/> needs.</summary>
    static abstract int MemberScratchLength { get; }

    /// <summary>Predicts one sample of each of sixteen members.</summary>
    /// <param name="parameters">16 × the length of <see cref="INetwork.Parameters"/>.</param>
    /// <param name="inputs">16 × the length of an input.</param>
    /// <param name="outputs">16 × the length of an output.</param>
    /// <param name="scratch">16 × as many as are kept between layers: <see cref="MemberScratchLength"/>.</param>
    static abstract void PredictMembers(ref float parameters, ref float inputs, ref float outputs, ref float scratch);
}
