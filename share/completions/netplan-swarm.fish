function __netplan-swarm_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __netplan-swarm_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __netplan-swarm_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __netplan-swarm_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __netplan-swarm_parse_tokens -S
    set -l unparsed_tokens (__netplan-swarm_tokens -pc)
    switch $unparsed_tokens[1]
    case 'netplan-swarm'
        __netplan-swarm_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'init'
            __netplan-swarm_parse_subcommand 1 'site=' 'subnet=' 'gateway=' 'range=' 'node=+' 'macvlan=' 'overlay=' 'version' 'h/help'
        case 'validate'
            __netplan-swarm_parse_subcommand 1 'strict' 'format=' 'json' 'version' 'h/help'
        case 'show'
            __netplan-swarm_parse_subcommand 1 'json' 'version' 'h/help'
        case 'generate'
            __netplan-swarm_parse_subcommand 1 'o/output=' 'only=+' 'check' 'frozen' 'displace=+' 'json' 'version' 'h/help'
        case 'diff'
            __netplan-swarm_parse_subcommand 1 'node=' 'root=' 'take=+' 'allow=+' 'adopt=+' 'exit-code' 'save=' 'json' 'version' 'h/help'
        case 'apply'
            __netplan-swarm_parse_subcommand 1 'node=' 'root=' 'take=+' 'allow=+' 'adopt=+' 'saved=' 'yes' 'confirm=' 'json' 'version' 'h/help'
        case 'confirm'
            __netplan-swarm_parse_subcommand 0 'root=' 'version' 'h/help'
        case 'rollback'
            __netplan-swarm_parse_subcommand 0 'root=' 'version' 'h/help'
        case 'recover'
            __netplan-swarm_parse_subcommand 0 'root=' 'version' 'h/help'
        case 'export'
            __netplan-swarm_parse_subcommand 2 'lan=' 'into=' 'o/output=' 'version' 'h/help'
        case 'check-router'
            __netplan-swarm_parse_subcommand 2 'lan=' 'json' 'version' 'h/help'
        case 'who'
            __netplan-swarm_parse_subcommand 2 'json' 'version' 'h/help'
        case 'free'
            __netplan-swarm_parse_subcommand 2 'size=' 'json' 'version' 'h/help'
        case 'lint'
            __netplan-swarm_parse_subcommand -r 1 'strict' 'format=' 'json' 'version' 'h/help'
        case 'explain'
            __netplan-swarm_parse_subcommand 1 'json' 'version' 'h/help'
        case 'emitters'
            __netplan-swarm_parse_subcommand 0 'json' 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'test'
                __netplan-swarm_parse_subcommand 1 'version' 'h/help'
            end
        case 'help'
            __netplan-swarm_parse_subcommand -r 1 'version'
        end
    end
end

function __netplan-swarm_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __netplan-swarm_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __netplan-swarm_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __netplan-swarm_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__netplan-swarm_tokens -p)
    if test -z "$(__netplan-swarm_tokens -t)"
        set -l index (count (__netplan-swarm_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'netplan-swarm' -f
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'init' -d 'Write a starter plan, by questions or flags.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'validate' -d 'Find every problem of a plan, in one run.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'show' -d 'Show every address as a table, and each LAN as a map.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'generate' -d 'Decide what is open, and write the lock and every file.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'diff' -d 'Show what \'apply\' would change on this host.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'apply' -d 'Put in place on this host what the plan says, and show it first.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'confirm' -d 'Keep what \'apply --confirm\' put in place.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'rollback' -d 'Take the last \'apply\' back, once.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'recover' -d 'Take back what an interrupted \'apply\' left, or one that was not confirmed in time.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'export' -d 'Print what the router\'s admin must enter, for one LAN.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'check-router' -d 'Tick off what the router really does.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'who' -d 'Say whose an address, a MAC or a name is, and why.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'free' -d 'Show what is free in a LAN or in the overlay pools.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'lint' -d 'Judge commands and files that were pasted from somewhere, without a plan.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'explain' -d 'Say what a rule means, with a plan that breaks it and what mends that.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'emitters' -d 'List the emitters that \'outputs\' can name: what each writes, for whom, and what checks it.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm init" -eq 1' -fa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" site' -l 'site' -d 'What the site is called.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" subnet' -l 'subnet' -d 'The LAN\'s network, as 192.168.0.0/24.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" gateway' -l 'gateway' -d 'The router\'s address in it.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" range' -l 'range' -d 'What the router\'s DHCP lends, as 192.168.0.100-192.168.0.199.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init"' -l 'node' -d 'A node, as ds1=192.168.0.11, or ds1 alone; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" macvlan' -l 'macvlan' -d 'A macvlan over all nodes.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" overlay' -l 'overlay' -d 'An overlay.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm validate" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm validate" strict' -l 'strict' -d 'A warning fails too.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm validate" format' -l 'format' -d 'How the findings are written: text, json, sarif or github.' -rfka 'text json sarif github'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm validate" json' -l 'json' -d 'The same as --format json.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm validate" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm show" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm show" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm show" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm generate" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate" o output' -s 'o' -l 'output' -d 'The folder to write to (default: out; beside the plan where that was found in a folder above).' -rfa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate"' -l 'only' -d 'Touch only the files of this emitter; may be given several times.' -rfka '(__netplan-swarm_custom_completion ---completion generate -- --only (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate" check' -l 'check' -d 'Write nothing, and say what would differ.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate" frozen' -l 'frozen' -d 'Refuse to change the lock.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate"' -l 'displace' -d 'Let a locked decision go that no longer fits: an overlay, a node or device, <macvlan>/<node> or <service>/<node>.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate" json' -l 'json' -d 'Say what was done as JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm generate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm diff" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" node' -l 'node' -d 'The plan\'s node that this host is; else its host name says it, or its addresses.' -rfka '(__netplan-swarm_custom_completion ---completion diff -- --node (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" root' -l 'root' -d 'Work below this folder in place of /: nothing is reloaded then.' -rfa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff"' -l 'take' -d 'Let a file go that somebody else wrote or changed; by its path on the host; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff"' -l 'allow' -d 'Let go further than the brake: delete:N for N deletions, root:NAME for what the site stands on, recreate:NAME for a Docker network; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff"' -l 'adopt' -d 'Take a Docker network over that is as planned, and was not made by netplan-swarm; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" exit-code' -l 'exit-code' -d 'Exit with 2 where something differs.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" save' -l 'save' -d 'Save the changes for \'apply --saved\', for your eyes alone.' -rF
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm apply" -eq 1' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" node' -l 'node' -d 'The plan\'s node that this host is; else its host name says it, or its addresses.' -rfka '(__netplan-swarm_custom_completion ---completion apply -- --node (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" root' -l 'root' -d 'Work below this folder in place of /: nothing is reloaded then.' -rfa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply"' -l 'take' -d 'Let a file go that somebody else wrote or changed; by its path on the host; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply"' -l 'allow' -d 'Let go further than the brake: delete:N for N deletions, root:NAME for what the site stands on, recreate:NAME for a Docker network; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply"' -l 'adopt' -d 'Take a Docker network over that is as planned, and was not made by netplan-swarm; may be given several times.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" saved' -l 'saved' -d 'Do what \'diff --save\' saved, and nothing else.' -rF
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" yes' -l 'yes' -d 'Do not ask.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" confirm' -l 'confirm' -d 'Take it back after so many seconds, unless \'confirm\' comes before.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" json' -l 'json' -d 'Say what was done as JSON; it needs --yes.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm apply" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm confirm" root' -l 'root' -d 'The root that it was applied below.' -rfa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm confirm" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm confirm" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm rollback" root' -l 'root' -d 'The root that it was applied below.' -rfa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm rollback" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm rollback" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm recover" root' -l 'root' -d 'The root that it was applied below.' -rfa '(__netplan-swarm_complete_directories)'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm recover" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm recover" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm export" -eq 1' -fka 'csv markdown json html xml opnsense opnsense-kea opnsense-unbound pfsense libvirt routeros openwrt vyos vyos-1.5 edgeos unifi technitium windows ios'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm export" -eq 2' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm export" lan' -l 'lan' -d 'The LAN; needed where the plan has several.' -rfka '(__netplan-swarm_custom_completion ---completion export -- --lan (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm export" into' -l 'into' -d 'A backup of the router, to merge the export into.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'xml\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm export" o output' -l 'output' -s 'o' -d 'Where the merged copy goes: a file that is not there yet.' -rF
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm export" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm check-router" -eq 1' -F
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm check-router" -eq 2' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm check-router" lan' -l 'lan' -d 'Check one LAN alone; all of them where none is named.' -rfka '(__netplan-swarm_custom_completion ---completion check-router -- --lan (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm check-router" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm check-router" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm check-router" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm who" -eq 1' -fka '(__netplan-swarm_custom_completion ---completion who -- positional@0 (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm who" -eq 2' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm who" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm who" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm who" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm free" -eq 1' -fka '(__netplan-swarm_custom_completion ---completion free -- positional@0 (count (__netplan-swarm_tokens -pc)) (__netplan-swarm_tokens -tC))'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm free" -eq 2' -fa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm free" size' -l 'size' -d 'The size of a block: 30 for a /30. The LAN\'s slices\' where it is not given, 24 for overlays.' -rfka ''
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm free" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm free" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm free" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm lint" -ge 1' -F
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm lint" strict' -l 'strict' -d 'A warning fails too.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm lint" format' -l 'format' -d 'How the findings are written: text, json, sarif or github.' -rfka 'text json sarif github'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm lint" json' -l 'json' -d 'The same as --format json.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm lint" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm lint" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm explain" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm explain" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm emitters" json' -l 'json' -d 'As JSON.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm emitters" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm emitters" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm emitters" -eq 1' -fa 'test' -d 'Try an external emitter: whether it keeps what docs/writing-an-emitter.md asks of it.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_positional "netplan-swarm emitters test" -eq 1' -F
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm emitters test" version' -l 'version' -d 'Show the version.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm emitters test" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'netplan-swarm' -n '__netplan-swarm_should_offer_completions_for_flags_or_options "netplan-swarm help" version' -l 'version' -d 'Show the version.'
