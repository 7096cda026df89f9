using System.Globalization;
using DslNet.Benchmarks.Measuring;

namespace DslNet.Benchmarks.Protocol;

/// <summary>A peer's side of the conversation: requests from the standard input, replies to the standard output.</summary>
internal sealed class PeerHost(IPeer peer)
{
    /// <summary>Losses of so many training steps are compared: the first tells of the forward pass, the others of gradients and Adam.</summary>
    private const int CheckedSteps = 4;

    // The run-time compiles in the background, twice, and each time only after a tenth of a second in which nothing new was called.
    private const double WarmUpSeconds = 1;

    private readonly IPeer _peer = peer;
    private LocalCase? _case;
    private float _sink;

    /// <summary>Answers until the input ends.</summary>
    public static void Run(IPeer peer)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var host = new PeerHost(peer);
        while (Console.In.ReadLine() is { } line)
        {
            Console.Out.WriteLine(Line.Of(host.Answer(Line.Parse<Request>(line))));
            Console.Out.Flush();
        }
    }

    private Reply Answer(Request request)
    {
        switch (request.Command)
        {
            case Request.Prepare:
                return Prepare(request.Job!);
            case Request.WarmUp:
                _case!.WarmUp();
                return new();
            case Request.Pin:
                Core.Pin(request.Core);
                return new();
            case Request.Measure:
                return new(Repeat: _case!.Measure());
            default:
                throw new ArgumentException($"There is no command {request.Command}.");
        }
    }

    private Reply Prepare(Job job)
    {
        string version;
        try
        {
            version = _peer.Version;
        }
        catch (BenchmarkException e)
        {
            return new(Failure: e.Message);
        }

        IPeerWork work;
        float[] values;
        string? hash;
        try
        {
            // Checked with steps that are long enough to see, then built anew: what is timed begins with the file's parameters.
            using (IPeerWork check = _peer.Prepare(job with { LearningRate = Job.CheckingRate }))
            {
                values = job.Metric == Job.Infer ? check.Outputs() : [.. Enumerable.Range(0, CheckedSteps).Select(_ => check.Run())];
                hash = check.ParameterHash;
            }

            work = _peer.Prepare(job);
        }
        catch (NotSupportedException e)
        {
            return new(version, Unsupported: e.Message);
        }

        // The thread that calls sleeps while others compute: its own clock tells nothing then.
        _case = new LocalCase(() => _sink += work.Run(), WarmUpSeconds, isAlone: job.Threads == 1);
        return new(version, Values: values, ParameterHash: hash);
    }
}
