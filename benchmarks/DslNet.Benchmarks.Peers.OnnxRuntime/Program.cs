using DslNet.Benchmarks.Peers.OnnxRuntime;
using DslNet.Benchmarks.Protocol;

PeerHost.Run(new OnnxRuntimePeer());
