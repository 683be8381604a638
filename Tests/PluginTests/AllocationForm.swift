@testable import NetPlan

/// What an external emitter is told, read by the words of schema/emitter-request.schema.json alone.
struct AllocationForm: Decodable {
    struct Request: Decodable { let allocation: AllocationForm }

    struct LANForm: Decodable {
        let name: HostName
        let subnet: String
        let subnet6: String?
        let gateway: IPv4Address?
        let dns: [IPAddress]
        let vlan: Int?
        let mtu: Int
        let interface: String
        let dhcp: DHCPForm
        let reserved: [ReservedForm]
    }

    struct DHCPForm: Decodable {
        let server: LAN.Server
        let ranges: [String]
        let lease: LeaseForm
    }

    struct LeaseForm: Decodable {
        let min: Int?
        let `default`: Int?
        let max: Int?
    }

    struct ReservedForm: Decodable {
        let range: String
        let note: String
    }

    struct PoolsForm: Decodable {
        let overlay: [String]
        let docker: [PoolForm]?
        let swarm: PoolForm
        let ingress: String
        let docker0: String?
        let gwbridge: String?
    }

    struct PoolForm: Decodable {
        let base: String
        let size: Int
    }

    struct ExternalForm: Decodable {
        let name: Identifier
        let subnet: String
    }

    struct NodeForm: Decodable {
        let name: HostName
        let address: IPv4Address?
        let address6: IPv6Address?
        let mac: MACAddress?
        let lan: HostName?
        let interface: String?
        let also: [AttachmentForm]
        let hostname: String
        let role: Node.Role
        let labels: [LabelForm]
        let aliases: [HostName]
    }

    struct AttachmentForm: Decodable {
        let name: HostName
        let lan: HostName
        let address: IPv4Address?
        let mac: MACAddress?
        let interface: String
    }

    struct LabelForm: Decodable {
        let key: String
        let value: String
    }

    struct DeviceForm: Decodable {
        let name: HostName
        let address: IPv4Address?
        let mac: MACAddress?
        let lan: HostName?
        let aliases: [HostName]
    }

    struct VIPForm: Decodable {
        let name: HostName
        let address: IPv4Address?
        let lan: HostName?
        let nodes: [MemberForm]
        let routerId: Int?
    }

    struct MemberForm: Decodable {
        let node: HostName
        let priority: Int
    }

    struct MacvlanForm: Decodable {
        let name: Identifier
        let nodes: [HostName]
        let lan: HostName?
        let scope: Macvlan.Scope
        let mode: Macvlan.Mode
        let shim: Bool
    }

    struct OverlayForm: Decodable {
        let name: Identifier
        let prefix: String
        let origin: Origin
        let mtu: Int
        let attachable: Bool
        let encrypted: Bool
        let `internal`: Bool
    }

    struct ServiceForm: Decodable {
        let name: Identifier
        let overlay: Identifier?
        let macvlan: Identifier?
        let nodes: [HostName]
        let addresses: [ServiceAddressForm]
        let names: [DomainName]
        let published: [String]
        let port: Int?
        let scheme: Service.Scheme
        let middlewares: [String]
        let backends: [String]
        let tcp: TCPForm?
        let udp: UDPForm?
    }

    struct ServiceAddressForm: Decodable {
        let node: HostName
        let address: IPv4Address
    }

    struct TCPForm: Decodable {
        let entrypoint: String
        let sni: DomainName?
    }

    struct UDPForm: Decodable { let entrypoint: String }

    struct RecordForm: Decodable {
        let name: DomainName
        let type: Record.Kind
        let values: [String]
        let ttl: Int?
    }

    struct DNSForm: Decodable { let records: [RecordForm] }

    struct GroupForm: Decodable {
        let name: Identifier
        let lan: HostName?
        let hosts: [HostName]
        let lease: LeaseForm
        let routers: [IPv4Address]?
        let subnetMask: IPv4Address?
        let dns: [IPAddress]?
        let domain: HostName?
        let filename: String?
        let nextServer: IPv4Address?
    }

    struct ClassForm: Decodable {
        let name: Identifier
        let lan: HostName?
        let macPrefix: MACPrefix?
        let range: String?
    }

    struct GroupsForm: Decodable {
        let groups: [GroupForm]
        let classes: [ClassForm]
    }

    struct AddressForm: Decodable {
        let name: String
        let kind: AllocatedAddress.Kind
        let node: HostName?
        let lan: HostName
        let address: IPAddress
        let mac: MACAddress?
        let origin: Origin
    }

    struct SliceForm: Decodable {
        let macvlan: Identifier
        let node: HostName
        let lan: HostName
        let prefix: String
        let usable: [String]
        let origin: Origin
    }

    struct LeasableForm: Decodable {
        let lan: HostName
        let ranges: [String]
    }

    let site: HostName
    let domain: HostName
    let engine: String
    let lans: [LANForm]
    let pools: PoolsForm
    let external: [ExternalForm]
    let nodes: [NodeForm]
    let devices: [DeviceForm]
    let vips: [VIPForm]
    let macvlans: [MacvlanForm]
    let overlays: [OverlayForm]
    let ingress: [HostName]
    let services: [ServiceForm]
    let dns: DNSForm
    let dhcp: GroupsForm
    let addresses: [AddressForm]
    let slices: [SliceForm]
    let leasable: [LeasableForm]
}
