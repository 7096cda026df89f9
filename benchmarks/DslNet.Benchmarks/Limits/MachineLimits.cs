using System.Runtime.Intrinsics;
using DslNet.Benchmarks.Measuring;

namespace DslNet.Benchmarks.Limits;

/// <summary>What the machine itself can do, measured between the cases that are compared with it.</summary>
internal sealed class MachineLimits
{
    /// <summary>Half of the second-level cache of the processors at hand, so that nothing else has to leave it.</summary>
    private const int SecondLevelBytes = 256 << 10;

    private readonly Session _session;
    private readonly ReadBandwidth _secondLevel = new(SecondLevelBytes);
    private readonly Case _secondLevelCase;
    private readonly List<(string Name, int Lanes, Case Case)> _peaks = [];
    private float _result;

    public MachineLimits(Session session)
    {
        _session = session;
        if (Vector512.IsHardwareAccelerated)
            _peaks.Add(("512-bit", Vector512<float>.Count, session.Add(() => _result += FmaPeak.Run512())));
        if (Vector256.IsHardwareAccelerated)
            _peaks.Add(("256-bit", Vector256<float>.Count, session.Add(() => _result += FmaPeak.Run256())));
        _peaks.Add(("128-bit", Vector128<float>.Count, session.Add(() => _result += FmaPeak.Run128())));
        _secondLevelCase = session.Add(() => _result += _secondLevel.Run());
    }

    /// <summary>Billions of floating-point operations a second, by width of vectors.</summary>
    public IEnumerable<(string Name, double GigaFlops)> Peaks => _peaks.Select(peak => (peak.Name, GigaFlops(peak.Lanes, peak.Case)));

    /// <summary>The highest of <see cref="Peaks"/>.</summary>
    public double Peak => Peaks.Max(peak => peak.GigaFlops);

    /// <summary>Billions of bytes a second that can be read from the second-level cache.</summary>
    public double SecondLevelBandwidth => 1e-3 * _secondLevel.Bytes / _session.Of(_secondLevelCase).Median;

    private double GigaFlops(int lanes, Case timed) => 1e-3 * FmaPeak.Operations(lanes) / _session.Of(timed).Median;
}
