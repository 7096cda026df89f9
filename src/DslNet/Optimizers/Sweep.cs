using System.Runtime.Intrinsics;

namespace DslNet;

/// <summary>Runs a sweep with the widest lanes at hand, and the rest with narrower ones.</summary>
internal static class Sweep
{
    public static void Over<TSweep>(TSweep sweep) where TSweep : struct, ISweep, allows ref struct
    {
        int done = 0;
        if (Vector256.IsHardwareAccelerated)
            done = sweep.Run<Lanes256>(done);
        done = sweep.Run<Lanes128>(done);
        sweep.Run<Lanes1>(done);
    }
}
