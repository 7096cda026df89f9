using DslNet.Benchmarks.Limits;
using DslNet.Benchmarks.Measuring;
using DslNet.Benchmarks.Protocol;
using DslNet.Benchmarks.Workloads;

namespace DslNet.Benchmarks.Compare;

/// <summary>Times one job with each peer, in processes of their own that take turns on one core.</summary>
/// <param name="peers">The peers, DslNet first.</param>
/// <param name="rounds">How often each takes its turn.</param>
/// <param name="secondsAPeer">A peer that has taken longer gets no further turn.</param>
internal sealed class Comparison(IReadOnlyList<PeerProgram> peers, int rounds, double secondsAPeer)
{
    /// <summary>Checks that the peers compute the same, and times them.</summary>
    /// <exception cref="BenchmarkException">They do not, or one of them stops or cannot begin.</exception>
    public Outcome Run(Job job)
    {
        var processes = new List<PeerProcess>();
        try
        {
            foreach (PeerProgram peer in peers)
                processes.Add(new PeerProcess(peer));
            return Run(job, processes);
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }

    private Outcome Run(Job job, List<PeerProcess> processes)
    {
        var session = new Session();
        var versions = new Dictionary<string, string>();
        var cases = new Dictionary<string, Case>();
        (PeerProgram Peer, float[] Values, string? Hash)? first = null;
        bool? sameBits = null;
        foreach (PeerProcess process in processes)
        {
            Reply reply = process.Ask(new(Request.Prepare, job));
            versions[process.Program.Name] = reply.Version;
            if (reply.Values is not { } values)
                continue;
            first ??= (process.Program, values, reply.ParameterHash);
            Agreement.Check(job, first.Value.Peer, first.Value.Values, process.Program, values);
            if (process.Program.Build is not null)
                sameBits = values.AsSpan().SequenceEqual(first.Value.Values) && (reply.ParameterHash ?? first.Value.Hash) == first.Value.Hash;
            var added = new RemoteCase(process);
            cases.Add(process.Program.Name, added);
            session.Add(added);
        }

        NetworkDescription network = Workload.Of(job.Workload).Create(1).Description;
        var limits = new MachineLimits(session);
        var weights = new ReadBandwidth(network.ParameterLength * sizeof(float));
        float sink = 0;
        Case reading = session.Add(() => sink += weights.Run());
        session.Run(rounds, pins: job.Threads == 1, secondsAPeer);

        long multiplyAdds = job.Metric == Job.Train ? Workload.TrainingMultiplyAdds(network) : network.MultiplyAdds;
        return new Outcome(
            job,
            cases.ToDictionary(each => each.Key, each => session.Of(each.Value)),
            versions,
            limits.Peak,
            2e-3 * job.Batch * multiplyAdds / (limits.Peak * job.Threads),
            session.Of(reading).Median,
            sameBits);
    }
}
