using System.Collections.Immutable;

namespace DslNet;

/// <summary>The layers of a description, made when somebody first asks: a program that only predicts needs none, and would wait for them at its start.</summary>
/// <param name="parameters">The parameters of all layers.</param>
/// <param name="describe">Makes the layers, given the parameters.</param>
internal sealed class LayersOnDemand(
    ImmutableArray<ParameterDescription> parameters, Func<ImmutableArray<ParameterDescription>, ImmutableArray<LayerDescription>> describe)
{
    /// <summary>The layers. Threads that ask at once may make them twice, and all get the same.</summary>
    public ImmutableArray<LayerDescription> All
    {
        get
        {
            if (field.IsDefault)
                ImmutableInterlocked.InterlockedInitialize(ref field, describe(parameters));
            return field;
        }
    }
}
