using System.CommandLine;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Peers;

/// <summary>Plays a peer that needs no library of its own; the comparison starts it.</summary>
internal static class PeerCommand
{
    public const string Name = "peer";

    private static readonly Dictionary<string, Func<IPeer>> s_peers = new()
    {
        ["dslnet"] = () => new DslNetPeer(),
        ["naive"] = () => new NaivePeer(),
    };

    public static Command Create()
    {
        var peer = new Argument<string>("name") { Description = "The peer." };
        peer.AcceptOnlyFromAmong([.. s_peers.Keys]);
        var command = new Command(Name, "Answers a comparison on the standard input and output.") { peer };
        command.Hidden = true;
        command.SetAction(arguments => PeerHost.Run(s_peers[arguments.GetValue(peer)!]()));
        return command;
    }
}
