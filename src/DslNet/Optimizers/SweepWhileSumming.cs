using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>The network computes the gradients, and sweeps over each piece of the parameters when its gradients are there.</summary>
internal readonly ref struct SweepWhileSumming(IUpdatingNetwork network, SampleBatch batch, long step) : ISweepStep
{
    private readonly IUpdatingNetwork _network = network;
    private readonly SampleBatch _batch = batch;
    private readonly long _step = step;

    /// <returns>The mean loss.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Run<TSweep, TSixteen>(TSweep sweep)
        where TSweep : struct, ISweep<TSixteen>, allows ref struct
        where TSixteen : struct, IUpdate, allows ref struct =>
        _batch.Train(_network, _step, new SweepUpdate<TSweep, TSixteen>(sweep));
}
